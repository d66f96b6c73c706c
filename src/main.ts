#!/usr/bin/env node
import { runCommand } from './cli/program.ts'
import { packageVersion } from './version.ts'

// Whoever reads the output may stop reading (khabar parse … | head -1); an import goes on all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const status = await runCommand(process.argv.slice(2), process.env, packageVersion())
if (status !== null) process.exitCode = status
