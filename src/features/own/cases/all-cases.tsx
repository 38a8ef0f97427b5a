import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { CaseCard } from './case-card'
import { NeedForm } from './need-form'
import { useCases } from './use-cases'

/** All that was done about the household on the register, the newest first. */
export function AllCases() {
  const query = useCases()
  usePull(query)
  return (
    <WhenReady query={query}>
      {({ cases }) => (
        <>
          {cases.length === 0 && (
            <Card>
              <Empty>没有正在办的事。申请、核查、公示、退出，办到哪一步都会写在这里。</Empty>
            </Card>
          )}
          {cases.map((one) => (
            <CaseCard key={one.id} told={one} proxyId={undefined} />
          ))}
          <NeedForm />
        </>
      )}
    </WhenReady>
  )
}
