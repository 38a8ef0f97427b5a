import type { Day } from '#domain/time/dates'
import type { ReportFile, ReportMessageRow } from '#contract/supervision/reports'
import { fromHex } from '#domain/sealing/bytes'
import type { FirstMessage, OpenedAnswer, ReportMessage } from '#domain/sealing/report'
import { contentKey, openAnswer, openMessage } from '#domain/sealing/report'
import { partsOfPhoto } from '#domain/sealing/sizes'
import type { KeyPair } from '#domain/sealing/sm2-keys'
import { county } from '../../../../services/built-in/county'
import { messageIn } from './message-in'

interface Came {
  id: string
  day: Day
}
/** The reporter's, opened: what it says, its content key, how many photos belong to it and how many parts of them have not come. */
export interface OpenLetter extends Came {
  side: 'reporter'
  message: ReportMessage
  key: Uint8Array
  photos: number
  missing: number
}
/** `needs`: the keys of which one opens it; none if it is damaged, or says nothing that can be read. */
export interface ShutLetter extends Came {
  side: 'reporter'
  needs: string[]
}
/** The office's; without words while the first letter, which brings the key to it, is shut. */
export interface OfficeLetter extends Came {
  side: 'office'
  answer?: OpenedAnswer
}
export type Letter = OpenLetter | ShutLetter | OfficeLetter

export interface Letters {
  all: Letter[]
  /** What the report began with; the key to the answers is in it. Absent while it is shut. */
  first?: FirstMessage
}

const pinned = county.reports.offices.flatMap(({ keys }) => keys)

/** Opens what these keys open. */
export function readLetters({ messages }: ReportFile, keys: readonly KeyPair[]): Letters {
  const reporters = messages.filter(({ side }) => side === 'reporter').map((row) => [row.id, opened(row, keys)] as const)
  const first = reporters
    .map(([, letter]) => ('message' in letter && letter.message.kind === 'report' ? letter.message : undefined))
    .find((message) => message !== undefined)
  const byId = new Map<string, Letter>(reporters)
  return { all: messages.map((row) => byId.get(row.id) ?? answered(row, first?.answers)), ...(first && { first }) }
}

function opened({ id, day, keys: wrapped, sealed, parts, announced }: ReportMessageRow, keys: readonly KeyPair[]): OpenLetter | ShutLetter {
  const came = { id, day, side: 'reporter' } as const
  const mine = keys.find((key) => wrapped.some((one) => one.id === key.id))
  if (!mine) return { ...came, needs: wrapped.map((one) => one.id) }
  try {
    const key = contentKey(wrapped, mine)
    const message = messageIn(openMessage(key, id, sealed))
    if (!message) return { ...came, needs: [] }
    return { ...came, message, key, photos: Math.floor(announced / partsOfPhoto), missing: announced - parts }
  } catch {
    return { ...came, needs: [] }
  }
}

function answered({ id, day, sealed }: ReportMessageRow, answersKey: string | undefined): OfficeLetter {
  const came = { id, day, side: 'office' } as const
  if (answersKey === undefined) return came
  try {
    return { ...came, answer: openAnswer(fromHex(answersKey), sealed, pinned) }
  } catch {
    return came
  }
}

export const isOpen = (letter: Letter): letter is OpenLetter => 'message' in letter
