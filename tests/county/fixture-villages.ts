import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// The places named in all twelve of the fixtures' department files, kept here so that the test needs no other folder.
/** [town, village] as the department files write them. */
export function fixtureVillages(): [string, string][] {
  const lines = readFileSync(join(__dirname, 'fixture-villages.txt'), 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const [town = '', ...villages] = line.split(' ')
    return villages.map((village): [string, string] => [town, village])
  })
}
