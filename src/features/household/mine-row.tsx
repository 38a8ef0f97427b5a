import type { Me } from '#contract/identity'
import { go, paths } from '../../services/paths'
import { Card } from '../../ui/card'
import { RelativeRows } from '../../ui/relative-rows'
import { Row } from '../../ui/row'
import { sentencesOf } from './says'
import { useMine } from './use-household'

/** 我的一户 on the home page: the first sentence, households of relatives, or the way to sign in. */
export function MineRow({ me }: { me: Me | undefined }) {
  const { data: file } = useMine(me?.farmer ?? false)
  const relatives = me?.relatives ?? []
  return (
    <Card title="我的一户">
      {me?.farmer && <Row id="mine" onPress={() => go(paths.mine())} note={file && `${file.head}一家`}>{(file && sentencesOf(file)[0]) ?? '看我家的钱和政策'}</Row>}
      <RelativeRows relatives={relatives} />
      {me?.worker && <Row id="work" onPress={() => go(paths.me())} note="扫农户的码，说明为什么查、征得同意，再看情况">您已登录为工作人员</Row>}
      {!me?.farmer && !me?.worker && relatives.length === 0 && <Row id="mine" onPress={() => go(paths.me())} note="用村里给的登录码，或扫自家的卡来绑定">登录后看自家的钱</Row>}
    </Card>
  )
}
