import type { supervision } from '#contract/supervision/actions'
import type { SourceAnswer } from '#contract/supervision/source'
import { maskName } from '#domain/people/names'
import { opensSource, sameValue, statedNames, type StatedField } from '#domain/people/stated'
import { partNames } from '#domain/register/register'
import { gather } from '#affairs/stated/gather'
import { tellOwn } from '#affairs/stated/own-documents'
import { saySource, sayValue, weigh } from '#affairs/stated/words'
import { mayRead } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { notThere } from './file'
import { underGrant } from './under-grant'

/** Where something in a household's file comes from. What the grant opens in the file it opens here, and nothing else. */
export const source: Action<typeof supervision.source> = async ({ grantId, householdId, of }, on) => {
  const { caller, grant, about } = await underGrant(on, grantId, 'supervision.source')
  const home = await findById(on.db, households, householdId)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const granted = look !== undefined && opensSource(look, of)
  await recordLook(on, caller, {
    ...{ action: 'supervision.source', granted, ...about, ...(home && { householdId: home._id }) },
    ...(grant.emergency && { reason: grant.reason }),
  })
  if (!home || !look) throw notThere()
  if (!granted) throw refusals.badInput('这条授权不包括这一项，看不到它哪里来的。要看，请另外申请授权。')
  if (of === 'money' || of === 'dividends' || of === 'helpers') return { label: partNames[of], people: await tellOwn(on, of, home._id) }
  return { label: statedNames[of], people: await tellStated(on, home, of, look.parts.includes('members')) }
}

/** What is said of a field of everybody whom the file names; of the head alone, where the grant does not open the family. */
async function tellStated(on: On, home: Household, field: StatedField, family: boolean): Promise<SourceAnswer['people']> {
  const shown = home.members.filter(({ personId }) => family || personId === home.headId)
  const said = await gather(
    on,
    field,
    shown.map(({ personId }) => personId),
  )
  return shown.map(({ personId, name, relation }) => {
    const { ordered, why } = weigh(
      on.county,
      field,
      said.filter((one) => one.personId === personId),
    )
    return {
      who: `${maskName(name)} ${relation}`,
      why,
      said: ordered.map((one, i) => ({
        ...{ says: sayValue(on.county, field, one.value), from: saySource(on.county, one) },
        ...{ file: one.file, sheet: one.sheet, row: one.row, ...(!one.undated && { day: one.day }) },
        ...{ shown: i === 0, differs: !sameValue(field, ordered[0]!.value, one.value) },
      })),
    }
  })
}
