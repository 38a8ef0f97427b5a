import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { County } from '#domain/county/county'
import { originOf, verifierKey } from '#kernel/record/checkpoint-note'
import { versionsOf, type Keys } from '#kernel/seal/keys'
import type { Variables } from '#kernel/call/variables'

/**
 * Where the notes of checkpoints are kept on this machine: one file beside the database, the others out of reach of who has
 * only that folder.
 */
export interface WitnessPlaces {
  beside: string
  elsewhere: string[]
}

/**
 * `checkpoints.txt` in the data folder; a second place of the programme's own outside it (`XDG_STATE_HOME`, else `~/.local/state`; on
 * Windows `LOCALAPPDATA`); and, if the county names one, `CHECKPOINT_FOLDER`: another disk, a mounted drive. A file outside bears the
 * county's code and the name of its first key, so that a county that is begun anew has another.
 */
export function witnessPlaces(
  data: { path: string },
  county: Pick<County, 'code'>,
  keys: Keys,
  env: Variables = process.env,
): WitnessPlaces {
  const [, key] = verifierKey(keys, originOf(county), versionsOf(keys)[0]).split('+')
  const name = `${county.code}-${key}.txt`
  const state = env.XDG_STATE_HOME || env.LOCALAPPDATA || join(homedir(), '.local', 'state')
  const named = env.CHECKPOINT_FOLDER?.trim()
  return {
    beside: join(data.path, 'checkpoints.txt'),
    elsewhere: [join(state, 'xiaokang', 'checkpoints', name), ...(named ? [join(resolve(named), name)] : [])],
  }
}

export const allPlaces = ({ beside, elsewhere }: WitnessPlaces): string[] => [beside, ...elsewhere]
