import type { County } from '#domain/county/county'
import { categoryName } from '#domain/county/categories'
import type { NoticeKind, ShownCase } from '#domain/register/public-notices'
import type { CaseKind } from '#domain/work/cases'
import type { RegisterCase } from '#store/work/cases'

const kinds: Partial<Record<CaseKind, NoticeKind>> = { recognise: 'entry', restore: 'entry', exit: 'exit', died: 'exit' }

/** A case as a village reads it: a masked name, what it is to become, until when it is shown. */
export const shownCase = (county: County, { _id, who, kind, category, noticeFrom, noticeUntil }: RegisterCase): ShownCase => ({
  ...{ caseId: _id, who, kind: kinds[kind] ?? 'change', from: noticeFrom!, until: noticeUntil! },
  ...(category !== null && { category: categoryName(county, category) }),
})
