import type { LookGroup } from '#contract/household/farmer'
import { Button } from '../../../ui/act/button'
import { Notice } from '../../../ui/read/notice'
import type { ShownLooks } from './use-looks'

/** “看更早的” of some groups, where they have any. */
export function OlderButton({ looks: { has, more, busy, fault }, of }: { looks: ShownLooks; of: LookGroup[] }) {
  if (!of.some(has)) return null
  return (
    <>
      <Button id={`older-${of[0]!}`} kind="second" busy={busy && '正在打开…'} onPress={() => more(...of)}>
        看更早的
      </Button>
      {fault !== undefined && <Notice kind="wrong">{fault}</Notice>}
    </>
  )
}
