package org.supertransfer.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** The browser's ears and desktop, replaced so that a test knows what they were given. */
final class Ears {
    private static final String SCRIPT =
            """
            window.spoken = []; window.cut = []; window.tones = []; window.notes = [];
            window.voices = [{ lang: 'fi-FI' }, { lang: 'sv-SE' }, { lang: 'en_GB' }];
            const waiting = [];
            speechSynthesis.getVoices = () => window.voices;
            speechSynthesis.speak = (said) => {
              spoken.push(`${said.lang} ${said.text}`);
              waiting.push(said);
            };
            speechSynthesis.cancel = () =>
              waiting.splice(0).forEach((said) => {
                cut.push(said.text);
                said.dispatchEvent(new Event('error'));
              });
            window.allIsSaid = () => waiting.splice(0).forEach((said) => said.dispatchEvent(new Event('end')));
            Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
            const { start, stop } = OscillatorNode.prototype;
            OscillatorNode.prototype.start = function (when) {
              tones.push(this.frequency.value);
              this.begins = when;
              start.call(this, when);
            };
            OscillatorNode.prototype.stop = function (when) {
              notes.push([this.begins, when]);
              stop.call(this, when);
            };

            window.shown = []; window.withdrawn = []; window.asked = 0;
            window.Shown = class {
              constructor(title, words) {
                Object.assign(this, words);
                shown.push(`${words.tag} ${words.body}`);
                window.last = this;
              }
              close() {
                this.gone ??= withdrawn.push(this.tag);
              }
            };
            window.Notification = class extends Shown {
              static permission = 'default';
              static requestPermission() {
                window.asked++;
                return Promise.resolve((this.permission = window.answer ?? 'granted'));
              }
            };
            document.hasFocus = () => !window.away;
            """;

    private final Page page;

    private Ears(Page page) {
        this.page = page;
    }

    /** Those of a page that is yet to be opened. */
    static Ears of(Page page) {
        page.addInitScript(SCRIPT);
        return new Ears(page);
    }

    /** What `spoken`, `cut`, `tones`, `notes`, `shown` or `withdrawn` has. */
    List<String> heard(String what) {
        return ((List<?>) page.evaluate("what => window[what].map(String)", what))
                .stream().map(Object::toString).toList();
    }
}
