import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { command, defaultCounty, readArguments } from './with/arguments'
import { loadCounty } from '../county/load'

/** Puts the validated county pack beside every built function, for the cloud. */
void command(async () => {
  const { values } = readArguments({})
  const built = resolve(__dirname, '..')
  const county = loadCounty(resolve(built, '../config/counties', values.county ?? defaultCounty))
  const functions = join(built, 'cloudfunctions')
  for (const name of existsSync(functions) ? readdirSync(functions) : [])
    writeFileSync(join(functions, name, 'county.json'), JSON.stringify(county))
})
