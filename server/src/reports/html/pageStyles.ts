import { shadeStyles } from './missingMapSvg.ts';

/**
 * The page's looks: the editor's colours in a webview, the system's light or dark ones in a browser. The fallbacks have
 * a contrast of at least 4.5 to 1 for text (WCAG 2.2, success criterion 1.4.3), as the editor's colours of text in lists
 * have, and those of its squiggles have not.
 */
export const pageStyles = `
:root{color-scheme:light dark;
--text:var(--vscode-foreground,light-dark(#1f2328,#e6edf3));
--faint:var(--vscode-descriptionForeground,light-dark(#57606a,#9ea7b1));
--ground:var(--vscode-editor-background,light-dark(#ffffff,#0d1117));
--line:var(--vscode-panel-border,light-dark(#d0d7de,#30363d));
--error:var(--vscode-list-errorForeground,var(--vscode-editorError-foreground,light-dark(#b3261e,#ff7b72)));
--warning:var(--vscode-list-warningForeground,var(--vscode-editorWarning-foreground,light-dark(#7d4e00,#e3b341)));
--information:var(--vscode-textLink-foreground,light-dark(#0550ae,#79c0ff));
--missing:var(--vscode-editorWarning-foreground,light-dark(#9a3412,#fdba74));
--bar:var(--vscode-charts-blue,light-dark(#0969da,#58a6ff))}
:root:has(.vscode-light,.vscode-high-contrast-light){color-scheme:light}:root:has(.vscode-dark,.vscode-high-contrast){color-scheme:dark}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:72rem;color:var(--text);background:var(--ground);
font:13px/1.5 var(--vscode-font-family,system-ui,sans-serif)}
h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2.25rem 0 .5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem;margin:1rem 0}dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--faint);font-weight:600}.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.name,td.message{overflow-wrap:anywhere}
summary{cursor:pointer;padding:.4rem 0}summary code{font-size:1em;font-weight:600}.remedy{width:30%}details{border-bottom:1px solid var(--line)}
code{font-family:var(--vscode-editor-font-family,ui-monospace,monospace)}
.error{color:var(--error)}.warning{color:var(--warning)}.information{color:var(--information)}.faint{color:var(--faint)}
.verdict{font-size:1.05rem;margin:.75rem 0}
.map{width:100%;height:22rem;border:1px solid var(--line);shape-rendering:crispEdges}
.bars{width:7rem;height:1.4rem;vertical-align:middle}.bars rect{fill:var(--bar)}
.scroll{overflow-x:auto}a{color:var(--vscode-textLink-foreground,light-dark(#0550ae,#79c0ff))}
@media print{details:not([open])>*{display:block}.map{height:14rem}}
${shadeStyles()}`;
