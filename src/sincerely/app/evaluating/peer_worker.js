// Runs in Node, alone: questions on standard input, a peer's answers on standard output; see peer_worker.py.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const asked = JSON.parse(readFileSync(0, "utf8"));
const load = createRequire(join(process.argv[2], "x.js"));
let chrono;
try {
  chrono = load("chrono-node");
} catch {
  process.stdout.write(JSON.stringify({ missing: asked.peer }));
  process.exit(0);
}

const day = (found) =>
  [found.get("year"), found.get("month"), found.get("day")].map((n, i) => String(n).padStart(i ? 2 : 4, "0")).join("-");

function answer(question) {
  const parser = question.day_first ? chrono.en.GB : chrono.en.casual;
  const found = parser.parse(question.text, new Date(question.at + "Z"), { forwardDate: question.forward });
  return found.map((one) => [day(one.start), day(one.end ?? one.start)]);
}

if (asked.questions.length) answer(asked.questions[0]);
const answers = [];
const begun = process.cpuUsage();
const spent = () => {
  const used = process.cpuUsage(begun);
  return (used.user + used.system) / 1e6;
};
for (const question of asked.questions) {
  answers.push(answer(question));
  if (asked.seconds !== null && spent() > asked.seconds) break;
}
const { version } = JSON.parse(readFileSync(join(process.argv[2], "chrono-node", "package.json"), "utf8"));
process.stdout.write(JSON.stringify({ version, answers, seconds: spent() }));
