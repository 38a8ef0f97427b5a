import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'

/** For whoever is not bound to a household yet. */
export const WayIn = () => (
  <Card>
    <Row id="mine" icon="home" onPress={() => go(paths.me())} note="用村里给的登录码，或扫自家的卡来绑定">
      登录后看自家的钱
    </Row>
  </Card>
)
