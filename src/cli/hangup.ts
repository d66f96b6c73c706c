import { closeSync, openSync } from 'node:fs'

/**
 * Calls `reload` on SIGHUP; but `end` where it says that the terminal is gone from which the process was started: nobody
 * could end it there any more.
 */
export function onHangup({ reload, end }: { reload: () => void; end: () => void }): void {
  const hadTerminal = process.stdin.isTTY
  process.on('SIGHUP', () => (hadTerminal && !hasTerminal() ? end() : reload()))
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return true
  } catch {
    return false
  }
}
