import { hasDemoKeys } from '#domain/county/demo-keys'
import { county } from '../../../services/built-in/county'
import { Notice } from '../../../ui/read/notice'

const isDemo = county.reports.offices.some(hasDemoKeys)

/** Where the private halves of the keys are public, nothing that is written here stays secret. */
export const DemoNotice = () =>
  isDemo ? (
    <Notice id="report-demo" kind="needs-you">
      这里是演示，封信的钥匙是公开的，谁都打得开。请不要写真事。
    </Notice>
  ) : null
