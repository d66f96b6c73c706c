import { parseArgs } from 'node:util'
import { BadInput } from './captures.mjs'

/**
 * What the command line of an evaluation says: the options, the folder and `count`, the whole number of the option that is
 * named `counter`.
 * @param folder where none is given; undefined where one must be
 */
export function readArguments({ usage, options, counter, folder }) {
  const { values, positionals } = parse(options, usage)
  const count = Number(values[counter])
  if (positionals.length > 1 || (positionals.length === 0 && folder === undefined)) throw new BadInput(usage)
  if (!Number.isInteger(count) || count < 0)
    throw new BadInput(`--${counter} takes a whole number, not "${values[counter]}".`)
  return { ...values, folder: positionals[0] ?? folder, count }
}

function parse(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new BadInput(`${error.message}\n\n${usage}`)
  }
}
