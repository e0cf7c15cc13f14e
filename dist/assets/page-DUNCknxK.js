import{D as e}from"./shared-D2c2Xbvk.js";var t=new Set(`A B BLOCKQUOTE BR CODE COL COLGROUP DEL DETAILS DIV EM FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR I IMG INPUT LABEL LI OL P PRE S SPAN STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TR U UL`.split(` `)),n=new Set(`SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED LINK META BASE SVG MATH NOSCRIPT`.split(` `)),r=new Set(`alt checked colspan rowspan start data-text-color data-background-color data-text-alignment data-style-type data-value`.split(` `)),i=e=>/^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(e??``),a=`:root{color-scheme:light dark;--paper:#faf9f6;--ink:#1d1c1a;--ink2:#5f5b54;--line:#e5e1d8;--soft:#f1eee7;--accent:#0b6e5f}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#eeebe5;--ink2:#aaa49a;--line:#383430;--soft:#2a2724;--accent:#62cbb8}}
body{max-width:720px;margin:40px auto;padding:0 16px;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;letter-spacing:-.02em}h1{font-size:34px}h2{font-size:20px}h3{font-size:17px}
blockquote{margin:8px 0;padding:2px 0 2px 16px;border-left:3px solid var(--line);color:var(--ink2)}
code,pre{font-family:ui-monospace,monospace;font-size:14px;background:var(--soft);border-radius:4px}code{padding:1px 4px}pre{padding:16px;overflow:auto}pre code{padding:0}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:6px 10px;text-align:left}hr{border:0;border-top:1px solid var(--line)}
img{max-width:100%}a{color:var(--accent)}li>p{margin:0}li:has(>input){list-style:none;margin-left:-1.4em}li>input{margin-right:8px}li>input+p{display:inline}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--ink2);font-size:13px}
@media print{body{margin:0;background:none}}`,o=e=>e.replace(/[&<>"]/g,e=>`&#${e.charCodeAt(0)};`);function s(e,r,i){for(let a of e.childNodes){if(a.nodeType===Node.TEXT_NODE&&r.append(i.createTextNode(a.textContent??``)),!(a instanceof Element)||n.has(a.tagName.toUpperCase()))continue;let e=t.has(a.tagName)?c(a,i):null;e&&r.append(e),s(a,e??r,i)}}function c(t,n){let a=t.getAttribute(`src`);if(t.tagName===`IMG`&&!i(a)||t.tagName===`INPUT`&&t.getAttribute(`type`)!==`checkbox`)return null;let o=n.createElement(t.tagName);for(let{name:e,value:n}of t.attributes)r.has(e)&&o.setAttribute(e,n);let s=t.getAttribute(`href`);return t.tagName===`A`&&s&&e(s)&&(o.setAttribute(`href`,s),o.setAttribute(`rel`,`noopener noreferrer`)),t.tagName===`IMG`&&a&&o.setAttribute(`src`,a),t.tagName===`INPUT`&&(o.setAttribute(`type`,`checkbox`),o.setAttribute(`disabled`,``)),o}function l(e,t,n){let r=new DOMParser().parseFromString(t,`text/html`),i=document.implementation.createHTMLDocument(``),c=i.createElement(`main`);return s(r.body,c,i),`<!doctype html>
<html lang="${o(document.documentElement.lang||`en`)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${o(e)}</title>
<style>${a}</style>
</head>
<body>
${c.outerHTML}
<footer>${o(n)}</footer>
</body>
</html>
`}export{l as pageOf};