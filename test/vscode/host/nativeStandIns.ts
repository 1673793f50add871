import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The editor's logger, which writes files; its native addon would have to be compiled. */
const spdlog = `const fs = require('fs'), path = require('path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(name, file) { this.file = file; this.level = 2; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  write(level, message) {
    if (level < this.level) return;
    try { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + levels[level] + '] ' + message + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
}
levels.forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) { this.write(level, message); };
});
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);
`;

/** Ends the extension host when the server is gone; likewise an addon. */
const nativeWatchdog = `exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 2000).unref();
};
`;

/** Puts plain JavaScript in the place of two native addons, in the editor's folder of `@vscode` packages. */
export async function writeNativeStandIns(folder: string): Promise<void> {
  await writeFile(join(folder, 'spdlog', 'index.js'), spdlog);
  await writeFile(join(folder, 'native-watchdog', 'index.js'), nativeWatchdog);
}
