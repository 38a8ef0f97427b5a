import { useMutation, useQuery } from '@tanstack/react-query'
import type { DataCopy } from '#contract/household/farmer'
import { sayMoment } from '../../../services/wire/clock'
import { call } from '../../../services/wire/call'
import type { TakeAwayWay } from '../../../services/share/take-away'
import { takeAway } from '../../../services/share/take-away'
import { pageOf } from './page-of'

/** Everything that is kept of the caller; shown, and not kept on the phone. */
export const useCopy = () =>
  useQuery({ queryKey: ['passing', 'copy'], queryFn: () => call('household', 'copy', {}), gcTime: 0, refetchOnWindowFocus: false })

/** A page or a data file in a browser, words on the clipboard in a mini-program. */
export const useTakeAway = (copy: DataCopy) =>
  useMutation({
    mutationFn: (way: TakeAwayWay) =>
      takeAway(
        {
          name: `小康码-我的数据-${copy.madeAt.slice(0, 10)}`,
          words: wordsOf(copy),
          page: pageOf(copy),
          json: JSON.stringify(copy, null, 2),
        },
        way,
      ),
  })

/** The copy as a text to read. */
const wordsOf = ({ madeAt, sections }: DataCopy): string =>
  [
    `小康码 我的数据副本（${sayMoment(Date.parse(madeAt))}）`,
    ...sections.map(({ title, source, rows }) =>
      [`【${title}】来自${source}`, ...rows.map(({ label, value }) => `${label}：${value}`)].join('\n'),
    ),
  ].join('\n\n')
