const LIGHT =
  "--ink:#1c2029;--soft:#565d6b;--page:#fff;--line:#80879a;--fill:#1d4fd7;--fill-over:#173fae;--tint:#eaf0ff;--bad:#b3261e;--badge:#7a2fb8;--badge-bg:#f5eaff";
const DARK =
  "--ink:#eceef2;--soft:#b3b9c6;--page:#171a21;--line:#757d90;--fill:#3565e8;--fill-over:#2b57cf;--tint:#1c2a4d;--bad:#ff9b93;--badge:#dcb3ff;--badge-bg:#33204a";

/** All of the widget's looks. They live in its shadow tree, where the page's own rules do not reach, nor these the page. */
export const STYLES = `
:host{all:initial;display:inline-block;${LIGHT};color-scheme:light}
:host([data-theme=dark]){${DARK};color-scheme:dark}
@media (prefers-color-scheme:dark){:host([data-theme=auto]){${DARK};color-scheme:dark}}
*{box-sizing:border-box;font:400 15px/1.45 ui-sans-serif,system-ui,sans-serif}
button,.go{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:0 20px;border:0;border-radius:8px;background:var(--fill);color:#fff;font-weight:500;text-decoration:none;cursor:pointer}
button:hover,.go:hover{background:var(--fill-over)}
button[disabled]{opacity:.6;cursor:progress}
:focus-visible{outline:2px solid var(--fill);outline-offset:2px}
dialog{width:min(27rem,calc(100vw - 24px));max-height:calc(100dvh - 24px);padding:24px;border:1px solid var(--line);border-radius:14px;background:var(--page);color:var(--ink)}
dialog::backdrop{background:rgba(10,12,18,.55)}
header{display:flex;align-items:flex-start;justify-content:space-between;gap:12px}
h2{margin:0;font-size:20px;font-weight:600;line-height:1.3}
p{margin:4px 0 0}
.hint,.by{color:var(--soft);font-size:13px}
.badge{display:inline-block;margin-top:8px;padding:2px 8px;border-radius:5px;background:var(--badge-bg);color:var(--badge);font-size:13px;font-weight:500}
.close{min-height:40px;padding:0 12px;background:none;color:var(--soft)}
.close:hover{background:var(--tint)}
form{display:flex;flex-direction:column;gap:18px;margin-top:18px}
fieldset{margin:0;padding:0;border:0}
legend,.field label{padding:0;font-weight:500}
.choices{display:flex;flex-wrap:wrap;gap:8px;margin-top:6px}
.choices label{position:relative;flex:1 1 72px;cursor:pointer}
.choices input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
.choices span{display:flex;align-items:center;justify-content:center;min-height:44px;padding:0 10px;border:1px solid var(--line);border-radius:8px}
.choices input:checked+span{border-color:var(--fill);background:var(--tint);box-shadow:inset 0 0 0 1px var(--fill)}
.choices input:focus-visible+span{outline:2px solid var(--fill);outline-offset:2px}
.field input{width:100%;min-height:44px;margin-top:4px;padding:0 12px;border:1px solid var(--line);border-radius:8px;background:var(--page);color:var(--ink);font-size:16px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.bad{margin:0;color:var(--bad)}
.bad:empty{display:none}
.state{margin:18px 0}
@media (prefers-reduced-motion:no-preference){dialog[open]{animation:in .15s ease-out}@keyframes in{from{opacity:0;transform:translateY(6px)}}}
`;
