/** A step is one tool run as a child: one line while it runs, its closing lines when done, all of it on failure. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A failure that needs no stack: its message says everything. */
export class Failure extends Error {}

export const say = (line) => process.stdout.write(`${line}\n`);

/** Whose lines came last: after another's, a step begins with its title again. */
let speaker;
function sayOf(title, lines) {
  if (speaker !== title) say(title);
  speaker = title;
  for (const line of lines) say(`  ${line}`);
}

/** Says what begins; the function it returns says how long it took. */
export function clock(title) {
  const began = performance.now();
  sayOf(title, []);
  return (note) => {
    const seconds = (performance.now() - began) / 1000;
    sayOf(title, [`${seconds.toFixed(1)} s${note ? `, ${note(seconds)}` : ''}`]);
  };
}

/** The JavaScript file behind a package's command: `.bin` shims differ by platform, this does not. */
export function entry(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** An own script, as the first word of a command. */
export const script = (path) => join(root, ...path.split('/'));

const children = new Set();

/** A child of ours ends when we do: a signal reaches it, and an orphan would keep its port. */
function start(node, command, options) {
  const child = spawn(node, command, { cwd: root, ...options });
  children.add(child);
  const status = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
  return { child, status };
}

function end() {
  for (const child of children) child.kill();
  process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);

/** Runs `command` on this terminal and returns its exit code. */
export function foreground(command, { node = process.execPath, env = {} } = {}) {
  return start(node, command, {
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  }).status;
}

/** Ends this process when whoever started it is gone: npm's shell passes no signal on. */
export function endWithParent() {
  process.on('disconnect', end);
  process.channel?.unref();
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || end(), 1000).unref();
}

let failed = false;

/** Runs series of steps beside each other, since most steps keep one core busy. The first that fails ends all. */
export async function beside(...series) {
  try {
    await Promise.all(series.map((one) => one()));
  } catch (error) {
    failed = true;
    for (const child of children) child.kill();
    throw error;
  }
}

/**
 * Runs `command` (a JavaScript file and its arguments) under this Node. `closing`: how many of its last
 * lines are shown on success; `live`: lines shown as they come; `drop`: lines shown in no case; `watch` is given
 * every line, and `note` says with the seconds what there is to say of them.
 */
export async function step(title, command, options = {}) {
  const { env = {}, cwd = root, closing = 0, live, drop, watch, note } = options;
  const done = clock(title);
  const lines = [];
  const take = (line) => {
    watch?.(plain(line));
    if (drop?.test(plain(line))) return;
    if (live?.test(plain(line))) sayOf(title, [line]);
    else lines.push(line);
  };
  const { child, status } = start(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) readLines(stream, take);
  const code = await status;
  if (code !== 0) {
    // Of several steps beside each other the first that fails speaks; the others are ended.
    if (!failed) say(lines.join('\n').trim());
    throw new Failure(`FAILED: ${title.replace(/[ .…]+$/, '')} (exit ${code})`);
  }
  const last = lines.filter((line) => plain(line).trim());
  if (closing)
    sayOf(
      title,
      last.slice(-closing).map((line) => line.trim()),
    );
  done(note);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const plain = (line) => line.replace(/\u001b\[[\d;]*m/g, '');

function readLines(stream, take) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop() ?? '';
    for (const line of parts) take(line);
  });
  stream.on('end', () => rest && take(rest));
}
