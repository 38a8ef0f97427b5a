import { idNumberFault, upgradedIdNumber } from '../id-number'
import { normaliseName } from '../names'
import { birthOf } from '../id-number'
import type { Described } from './described'

/**
 * The blocks that somebody is in: only who shares one is compared, so that comparing everybody with everybody costs no more than there
 * are people. What is missing makes no block. Blocks of numbers begin with `#`: they are to be kept blinded.
 */
export function blocksOf(person: Described): string[] {
  const birth = bornOn(person)
  const sounds = soundsOf(person)
  const first = sounds[0]?.[0]
  return [
    ...(birth ? readingsOf(sounds).map((sound) => `${sound} ${birth.slice(0, 4)}`) : []),
    ...(birth && first ? [`${first} ${birth}`] : []),
    ...(birth && person.home?.length === 12 ? [`${person.home} ${birth}`] : []),
    ...(person.phones ?? []).map((phone) => `#${phone}`),
    ...idBlocks(person, first),
  ]
}

/** Where to look for whoever may be this person: births some years away, and readings of the name besides. */
export function blocksToSearch(person: Described, nearYears: number): string[] {
  const birth = bornOn(person)
  const years = birth ? Array.from({ length: 2 * nearYears + 1 }, (_, i) => Number(birth.slice(0, 4)) - nearYears + i) : []
  const readings = readingsOf(soundsOf(person))
  return [...new Set([...blocksOf(person), ...years.flatMap((year) => readings.map((sound) => `${sound} ${year}`))])]
}

/**
 * Place, birth and number of the day: a slip in one of the three leaves two as they are, whether a digit is wrong, missing or too many.
 * Place and number of the day are shared by more people the larger a county is, so the sound of the surname goes with them.
 */
function idBlocks({ idNumber = '', idCut }: Described, surname: string | undefined): string[] {
  const id = upgradedIdNumber(idNumber) ?? idNumber
  if (id.length < 17 || id.length > 19) return []
  return idCut ? [] : [`#${id.slice(-12)}`, `#${id.slice(0, 6)}-${id.slice(-4)} ${surname ?? ''}`]
}

const bornOn = ({ idNumber = '', idCut, birth }: Described): string | undefined => {
  if (birth) return birth
  const id = upgradedIdNumber(idNumber) ?? idNumber
  if (id.length !== 18) return undefined
  const fault = idNumberFault(id)
  return fault === undefined || idCut || fault === 'check-digit' ? birthOf(id) : undefined
}

/** So many ways to read one name are looked into. */
const mostReadings = 4

const soundsOf = ({ name, sounds }: Described): readonly (readonly string[])[] => {
  const characters = [...normaliseName(name)]
  return sounds.filter((_, i) => characters[i] !== undefined && characters[i] !== '·')
}

function readingsOf(sounds: readonly (readonly string[])[]): string[] {
  if (sounds.length === 0) return []
  const all = sounds.reduce<string[]>(
    (read, own) => read.flatMap((before) => own.map((sound) => (before === '' ? sound : `${before}-${sound}`))).slice(0, mostReadings),
    [''],
  )
  return [...new Set(all)]
}
