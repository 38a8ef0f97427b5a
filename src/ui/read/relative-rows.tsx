import type { Me } from '#contract/identity/actions'
import { sayDay } from '#domain/time/dates'
import { partNames } from '#domain/register/register'
import { today } from '../../services/wire/clock'
import { go, paths } from '../../services/pages/paths'
import { Row } from './row'

/** Households that relatives let this account see: whose, which parts, until when. */
export const RelativeRows = ({ relatives }: { relatives: Me['relatives'] }) => (
  <>
    {relatives.map(({ proxyId, head, relation, parts, until }) => (
      <Row
        key={proxyId}
        icon="family"
        id={`relative-${proxyId}`}
        note={`您是${relation} · 能看${parts.map((part) => partNames[part]).join('、')} · 到${sayDay(until, today())}`}
        onPress={() => go(paths.mine(proxyId))}
      >
        {`${head}一家让您看`}
      </Row>
    ))}
  </>
)
