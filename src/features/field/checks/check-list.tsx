import { sayDay } from '#domain/time/dates'
import { caseKindNames } from '#domain/work/cases'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Row } from '../../../ui/read/row'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { useChecks } from './use-checks'

/** Whom to go to, the soonest first, and why. */
export function CheckList() {
  const query = useChecks()
  usePull(query)
  return (
    <WhenReady query={query}>
      {({ checks }) => (
        <Card title="等您上门的">
          {checks.length === 0 && <Empty>现在没有等您上门核查的。镇里安排了，会写在这里。</Empty>}
          {checks.map(({ id, who, village, kind, dueOn, late }) => (
            <Row
              key={id}
              id={`check-${id}`}
              note={`${caseKindNames[kind]}${dueOn === undefined ? '' : late ? `，说好${sayDay(dueOn, today())}，已经过了` : `，${sayDay(dueOn, today())}前`}`}
              onPress={() => go(paths.check(id))}
            >
              {`${who} · ${village}`}
            </Row>
          ))}
        </Card>
      )}
    </WhenReady>
  )
}
