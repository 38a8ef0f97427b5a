import { sayDay } from '#domain/time/dates'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Row } from '../../../ui/read/row'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { useCalls } from './use-calls'

/** Who is to be asked whether their money has come; those who were not reached today stand last. */
export function CallList() {
  const query = useCalls()
  usePull(query)
  return (
    <WhenReady query={query}>
      {({ calls }) => (
        <Card title={calls.length > 0 ? `等您问一声的：${calls.length} 笔` : '等您问一声的'}>
          {calls.length === 0 && <Empty>现在没有抽到您村里的。县里抽了人来问钱收到没有，会写在这里。</Empty>}
          {calls.map(({ id, who, village, what, triedOn }) => (
            <Row key={id} id={`call-${id}`} note={`${what}${sayTried(triedOn)}`} onPress={() => go(paths.call(id))}>
              {`${who} · ${village}`}
            </Row>
          ))}
        </Card>
      )}
    </WhenReady>
  )
}

const sayTried = (days: readonly string[]): string =>
  days.length === 0 ? '' : `，${days.map((day) => sayDay(day as never, today())).join('、')}没联系上`
