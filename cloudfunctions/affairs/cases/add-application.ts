import type { Applicant } from '#domain/work/case-proposal'
import { maskName } from '#domain/people/names'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { caseHistory, changeCase, findCase, type RegisterCase } from '#store/work/cases'
import { eventOf } from './perform'

/** So many are kept with one case: nobody's page is buried under them. */
const mostKept = 20
const attempts = 3

/**
 * An application for what is under way already: it goes into the case's history with how to reach whoever sent it, for the first one may
 * have come from somebody else, with another telephone. The same again is kept once.
 * @throws Refusal where the case has more of them than anybody reads.
 */
export async function addApplication(
  on: Pick<On, 'db' | 'keys' | 'moment'>,
  about: RegisterCase,
  applicant: Applicant,
): Promise<RegisterCase> {
  if (about.applicantSealed && open(on.keys, about.applicantSealed) === JSON.stringify(applicant)) return about
  const words = said(applicant)
  let now = about
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const added = (await caseHistory(on.db, now._id)).flatMap(({ act, wordsSealed }) =>
      act === 'added' && wordsSealed !== null ? [open(on.keys, wordsSealed)] : [],
    )
    if (added.includes(words)) return now
    if (added.length >= mostKept)
      throw refusals.badInput('这个人的申请已经收到很多次了，正在办。有要紧的事，请打页面上的电话。您填的内容还在。')
    const becomes = await changeCase(on.db, now, {}, eventOf(on, 'added', { as: 'farmer' }, words))
    if (becomes) return becomes
    now = (await findCase(on.db, now._id))!
  }
  throw refusals.busy('刚刚有人在办这一件，没有送出去。您填的内容还在，请再送一次。')
}

const said = ({ name, phone, hardship, words }: Applicant): string =>
  [[maskName(name), phone && `电话 ${phone}`].filter(Boolean).join('，'), hardship, words].filter(Boolean).join('。')
