import type { County } from '#domain/county/county'
import { measureStateNames, type PlanContent } from '#domain/work/plans'
import { causeName, handName, measureName } from '#affairs/plans/present'
import { row, type Section } from './copy-row'

/** What two people agreed to do for the household, and how far it is. */
export const planRows = (county: County, content: PlanContent | undefined): Section['rows'] =>
  content === undefined
    ? []
    : [
        ...row(
          '帮扶计划：难在哪里',
          content.causes.map(({ id, until }) => causeName(county, id) + (until ? `（到 ${until}）` : '')).join('、'),
        ),
        ...content.measures.flatMap(({ id, words, who, until, state, proof, notes }) =>
          row(
            `帮扶计划：${measureName(county, id)}`,
            [
              `${words}；${handName(county, who)}做，到 ${until}，${measureStateNames[state]}；${proof}算做成`,
              ...notes.map((note) => `${note.on} ${note.by}：${note.words}`),
            ].join('；'),
          ),
        ),
      ]
