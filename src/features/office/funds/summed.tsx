import type { Day } from '#domain/time/dates'
import { WhenReady } from '../../../ui/read/when-ready'
import { askedOf, FundFilters, type Filters } from './fund-filters'
import { sayUpdated } from './fund-words'
import { SumsView } from './sums-view'
import { useSums, type WantedClaims } from './use-funds'

interface Props {
  filters: Filters
  today: Day
  onFilters: (filters: Filters) => void
  onOpen: (asked: WantedClaims, words: string) => void
}

/** A month's sums under the filters that are chosen. */
export function Summed({ filters, today, onFilters, onOpen }: Props) {
  const query = useSums(askedOf(filters))
  return (
    <WhenReady query={query} words="正在取资金…">
      {(sums) => (
        <>
          <FundFilters sums={sums} filters={filters} today={today} onChange={onFilters} />
          <p id="funds-updated" className="room-words">
            {query.isPlaceholderData ? '正在取…' : sayUpdated(sums, today)}
          </p>
          {!query.isPlaceholderData && <SumsView sums={sums} filters={filters} today={today} onOpen={onOpen} />}
        </>
      )}
    </WhenReady>
  )
}
