/** As much of Lit as the page uses. Reactive properties are accessors made at run time, so an element may have any. */
declare module 'lit' {
  export const html: any;
  export const svg: any;
  export const nothing: any;
  export const noChange: any;
  export class LitElement extends HTMLElement {
    [property: string]: any;
    readonly updateComplete: Promise<boolean>;
    connectedCallback(): void;
    disconnectedCallback(): void;
    requestUpdate(): void;
    createRenderRoot(): HTMLElement | DocumentFragment;
  }
}

declare module 'lit/directives/live.js' {
  export const live: any;
}

declare module 'uplot' {
  const uPlot: any;
  export default uPlot;
}

declare module 'lit/async-directive.js' {
  export const directive: any;
  export class AsyncDirective {
    render(): unknown;
    update(part: any): unknown;
    disconnected(): void;
  }
}

declare module 'lit/directives/repeat.js' {
  export const repeat: any;
}

/** The page looks for elements of its own making and knows what they are. */
interface ParentNode {
  querySelector(selectors: string): any;
}
