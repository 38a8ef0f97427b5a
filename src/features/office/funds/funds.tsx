import { monthOf, type Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { ClaimFile } from './claim-file'
import { ClaimList, type Opened } from './claim-list'
import type { Filters } from './fund-filters'
import { Summed } from './summed'
import './funds.scss'

/** 扶贫资金: where the money of a month is; the dues behind a number; one of them with its whole way. */
export function Funds({ today }: { today: Day }) {
  const [filters, setFilters] = useKept<Filters>('funds filters', { month: monthOf(today), programme: '', town: 'all' })
  const [opened, setOpened] = useKept<Opened | undefined>('funds opened', undefined)
  const [claim, setClaim] = useKept('funds claim', '')
  const [grantId, setGrantId] = useKept('funds grant', '')
  const under = grantId === '' ? undefined : grantId
  return (
    <>
      <div className="room-top">
        <Heading level={1}>扶贫资金</Heading>
        {claim !== '' ? (
          <Press id="claim-back" onPress={() => setClaim(() => '')}>
            回到明细
          </Press>
        ) : (
          opened && (
            <Press id="claims-back" onPress={() => setOpened(() => undefined)}>
              回到汇总
            </Press>
          )
        )}
      </div>
      {claim !== '' ? (
        <ClaimFile key={claim} id={claim} grantId={under} today={today} />
      ) : opened ? (
        <ClaimList
          opened={opened}
          grantId={grantId}
          today={today}
          onGrant={(id) => setGrantId(() => id)}
          onOpen={(id) => setClaim(() => id)}
        />
      ) : (
        <Summed
          filters={filters}
          today={today}
          onFilters={(next) => setFilters(() => next)}
          onOpen={(asked, words) => setOpened(() => ({ asked, words }))}
        />
      )}
    </>
  )
}
