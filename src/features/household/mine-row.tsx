import { go, paths } from '../../services/paths'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { sentencesOf } from './says'
import { useMine } from './use-household'

/** 我的一户 on the home page: the first sentence, or the way to sign in. */
export function MineRow({ farmer, worker }: { farmer: boolean; worker: boolean }) {
  const { data: file } = useMine(farmer)
  if (worker) {
    return <Card title="我的一户"><Row id="mine" onPress={() => go(paths.me())} note="扫农户的码，说明为什么查、征得同意，再看情况">您已登录为工作人员</Row></Card>
  }
  return (
    <Card title="我的一户">
      {farmer
        ? <Row id="mine" onPress={() => go(paths.mine)} note={file && `${file.head}一家`}>{(file && sentencesOf(file)[0]) ?? '看我家的钱和政策'}</Row>
        : <Row id="mine" onPress={() => go(paths.me())} note="用村里给的登录码">登录后看自家的钱</Row>}
    </Card>
  )
}
