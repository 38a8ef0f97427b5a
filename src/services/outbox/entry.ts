import type { SentVisit, VisitedHome } from '#contract/field/actions'

/** A visit as it was written at the door, without what is only known when it is sent. */
export type Written = Omit<SentVisit, 'id' | 'seq' | 'sentAt' | 'photos'>

/** What was known of one field when the visit was written (`VisitedHome`). */
export type Known = VisitedHome['known'][number]

/** A visit on the phone. */
export interface Entry {
  id: string
  /** Its number among those made by this account; never given twice. */
  seq: number
  /** One more with each mending: what is sent is told from what was written meanwhile. */
  edition: number
  visit: Written
  /** The household as the form showed it. */
  home: { who: string; village: string; known?: Known[] }
  /** In their places. `here`: its parts still stand on the phone. */
  photos: { id: string; parts: number; here: boolean }[]
  /** The county may have got something of it: photos stay in their places from now on. */
  tried: boolean
  /** `refused`: the county has said why; it waits for a person. */
  state: 'waiting' | 'refused' | 'sent'
  words?: string
}

/** What the shelf knows beside the visits: the last number that was given, as far as no visit shows it any more. */
export interface Counted {
  last: number
}

export const isHeld = ({ state }: Entry): boolean => state !== 'sent'

/** There is no room for it on this phone. */
export class OutboxFull extends Error {
  override name = 'OutboxFull'
  constructor() {
    super(
      '这部手机给小程序的地方满了，这一次走访还没有存下。请先到有信号的地方，点“现在传”，再删掉传好的；照片少放几张也行。写的还在这一页。',
    )
  }
}
