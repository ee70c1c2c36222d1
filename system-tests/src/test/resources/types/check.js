/* Checks the page's modules against their JSDoc with TypeScript's compiler, which `ts` is; gives the complaints. */
(files) => {
  const options = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = {
    fileExists: (name) => name in files,
    readFile: (name) => files[name],
    getSourceFile: (name, target) => (name in files ? ts.createSourceFile(name, files[name], target) : undefined),
    getDefaultLibFileName: () => '/lib/lib.es2022.d.ts',
    getDefaultLibLocation: () => '/lib',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  };
  const roots = Object.keys(files).filter((name) => !name.startsWith('/lib/'));
  return ts.getPreEmitDiagnostics(ts.createProgram(roots, options, host)).map((each) => {
    const line = each.file ? `${each.file.fileName}:${each.file.getLineAndCharacterOfPosition(each.start).line + 1}` : '';
    return `${line} ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`;
  });
};
