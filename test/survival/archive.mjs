import { openExistingStore } from '../../dist/compose.js'

/**
 * Looks into an archive that no process has open: every fault that `khabar check` would tell, and every capture that was
 * acknowledged but is not there byte for byte.
 * @param acknowledged the bytes of each capture by the id that was answered for it
 */
export async function inspectArchive(file, acknowledged) {
  const store = await openExistingStore(file)
  try {
    const faults = []
    for await (const fault of store.checkArchive()) faults.push(fault)
    const lost = []
    for (const [id, bytes] of acknowledged) if (!(await holds(store, id, bytes))) lost.push(id)
    return { faults, lost, ...(await store.countArchive()) }
  } finally {
    await store.close()
  }
}

async function holds(store, id, bytes) {
  try {
    const source = await store.getSource(id, null)
    const { body } = await store.getArticle(id)
    return Buffer.from(source.bytes).equals(bytes) && JSON.parse(Buffer.from(body)).data.id === id
  } catch (error) {
    if (error.code === 'not_found') return false
    throw error
  }
}

/** What `khabar import --json` said to have kept: the bytes of each file by the id of its article. */
export function acknowledgedBy(stdout, files) {
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1)
  const lines = whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return lines.filter(({ id }) => id !== undefined).map(({ name, id }) => [id, files.get(name)])
}
