import { sayDays } from '#domain/time/say-days'
import type { bulletin } from '#contract/bulletin/actions'
import type { Action } from '#kernel/call/on'

/** What is kept of people, why, how long and what they may ask: the rules shown are those that `patrol.tidy` carries out. */
export const privacy: Action<typeof bulletin.privacy> = (_, { county: { privacy: notice, texts } }) =>
  Promise.resolve({
    updatedOn: notice.updatedOn,
    sections: notice.sections,
    kept: notice.retention.map(({ id, what, since, days, why }) => ({
      id,
      what,
      howLong: days === null ? '一直保存' : `${since} ${sayDays(days)}`,
      why,
    })),
    helpLine: texts.helpLine,
  })
