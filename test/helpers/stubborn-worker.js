/** A worker as the pool knows it, whose captures say what it is to do with them: answer, hang, crash or end. */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ name }) => {
  if (name === 'hang') for (;;);
  if (name === 'crash') throw new Error('a fault')
  if (name === 'end') process.exit(3)
  parentPort.postMessage({ refusal: { code: 'no_article', message: name, faults: [], cause: '' } })
})
parentPort.postMessage('ready')
