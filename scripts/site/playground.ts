// The page of the playground; assets/playground.js does what happens in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './pages';

/** What may be looked at first. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'a manifest with a mistake': 'examples/mistakes/cron-job-sunday-seven.yaml',
  'a manifest.json': 'examples/from-manifest/cronjob/manifest.json',
  'an SQS message': 'examples/from-sqs/message.json',
  'Launcher jobs': 'examples/from-launcher/job.json',
  'a KAM source': 'examples/from-kam/probe.k',
};

/** The examples' texts, as a script. */
export function exampleTexts(root: string): string {
  const texts = Object.entries(EXAMPLES).map(([name, file]) => [name, readFileSync(join(root, file), 'utf8')]);
  return `window.examples = ${JSON.stringify(Object.fromEntries(texts), null, 1)};\n`;
}

const html = `<h1>Playground</h1>
<p>Paste a manifest.json, a KAM document or source, an SQS message, a Launcher job or any Kubernetes manifest. All of it stays in this page: the library
runs here, and nothing is sent. The text is kept in the address, so that who has the link has the text, with its secrets if there are some.</p>
<div class="choices">
<label>Kubernetes <select id="kubernetes"><option value="">all</option></select></label>
<label>Example <select id="example"><option value="">none</option></select></label>
<button id="copy" type="button">Copy link</button> <span id="copied" role="status"></span>
</div>
<div class="playground">
<section aria-label="What is pasted">
<div class="editor"><textarea id="text" aria-label="Document" spellcheck="false" wrap="off"></textarea><div class="marks" aria-hidden="true"><div></div></div></div>
<p id="sum" role="status"></p>
<ul class="problems"></ul>
</section>
<section aria-label="What it becomes">
<div role="tablist">
<button role="tab" id="tab-yaml" aria-controls="yaml" aria-selected="true">YAML</button>
<button role="tab" id="tab-explain" aria-controls="explain" aria-selected="false">Explained</button>
<button role="tab" id="tab-graph" aria-controls="graph" aria-selected="false">Graph</button>
</div>
<pre class="out" id="yaml" role="tabpanel" aria-labelledby="tab-yaml" tabindex="0"></pre>
<pre class="out" id="explain" role="tabpanel" aria-labelledby="tab-explain" tabindex="0" hidden></pre>
<iframe class="out" id="graph" role="tabpanel" aria-labelledby="tab-graph" title="Graph" sandbox="allow-scripts" hidden></iframe>
</section>
</div>
<p>Not checked in a browser: the signature of a CertificateSigningRequest, and whether the key of a TLS Secret is that of its certificate.</p>
<noscript><p>The playground is a program: it needs JavaScript.</p></noscript>
<script defer src="library.js"></script>
<script defer src="examples.js"></script>
<script defer src="playground.js"></script>
`;

export const playground: { page: Pick<Page, 'path' | 'title'>; html: string } = {
  page: { path: 'playground.html', title: 'Playground' },
  html,
};
