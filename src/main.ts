#!/usr/bin/env node
import { runCommand } from './cli/program.ts'
import { packageVersion } from './compose.ts'

const status = await runCommand(process.argv.slice(2), process.env, packageVersion())
if (status !== null) process.exitCode = status
