#!/usr/bin/env node
import { runCommand } from './cli/program.ts'
import { packageVersion } from './compose.ts'

// Whoever reads the output may stop reading: khabar parse … | head -1
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const status = await runCommand(process.argv.slice(2), process.env, packageVersion())
if (status !== null) process.exitCode = status
