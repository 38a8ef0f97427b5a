import { View } from '@tarojs/components'
import type { Look, Looks } from '#contract/household/farmer'
import { Notice } from '../../../ui/read/notice'
import type { Odd } from './compare'
import { sayOdd, sayProof } from './says'

/** That what is shown is whole, or, in red, what is not as this phone saw it. `help`: whom to call, once known. */
export function ProofLine({
  answer,
  shown,
  odd,
  help,
}: {
  answer: Looks
  shown: readonly Look[]
  odd: Odd
  help: { label: string; phone: string } | undefined
}) {
  const wrong = sayOdd(odd)
  if (wrong !== undefined) {
    return (
      <Notice
        id="looks-odd"
        kind="wrong"
      >{`和上次看到的不一样：${wrong}。请打${help ? `${help.label} ${help.phone}` : '首页上的电话'}，让他们查。`}</Notice>
    )
  }
  return shown.length === 0 ? null : (
    <View id="looks-proof" className="footnote">
      {sayProof(answer, shown)}
    </View>
  )
}
