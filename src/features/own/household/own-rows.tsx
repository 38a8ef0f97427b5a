import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'

/** What a person may do about their own file, at its end. */
export const OwnRows = () => (
  <Card title="我家的信息，我做主">
    <Row id="see-money" icon="grant" note="每一笔，收到没有，一点就说" onPress={() => go(paths.money())}>
      我的钱
    </Row>
    <Row id="see-looks" icon="looks" onPress={() => go(paths.looks)}>
      谁看过我的信息
    </Row>
    <Row id="see-requests" icon="correct" onPress={() => go(paths.requests)}>
      信息不对？我要更正
    </Row>
    <Row id="see-cases" icon="policy" onPress={() => go(paths.cases)}>
      申请、核查、退出，办到哪一步
    </Row>
    <Row id="see-proxies" icon="family" onPress={() => go(paths.proxies)}>
      让家人看
    </Row>
    <Row id="see-phones" icon="phone" onPress={() => go(paths.phones)}>
      我的手机
    </Row>
    <Row id="see-copy" icon="copy" onPress={() => go(paths.copy)}>
      我的数据副本
    </Row>
  </Card>
)
