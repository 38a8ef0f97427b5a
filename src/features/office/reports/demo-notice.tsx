import { hasDemoKeys } from '#domain/county/demo-keys'
import { county } from '../../../services/built-in/county'
import { Notice } from '../../../ui/read/notice'

/** Where the private half of a key is public, nothing that is sealed to it stays secret. */
export function DemoNotice({ officeId }: { officeId: string }) {
  const isDemo = county.reports.offices.some((office) => office.id === officeId && hasDemoKeys(office))
  return isDemo ? (
    <Notice id="reports-demo" kind="needs-you">
      这里是演示：本单位的钥匙是公开的，谁都打得开。真用以前，请两个人各做一把新的，交给数据管理部门换上。
    </Notice>
  ) : null
}
