import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnMoneyLine } from '#contract/household/own-money'
import type { Said } from '#domain/money/said'
import { saidNames } from '#domain/money/said'
import { Button } from '../../../../ui/act/button'
import { Link } from '../../../../ui/act/link'
import { TextField } from '../../../../ui/act/text-field'
import { Notice } from '../../../../ui/read/notice'
import { cameAmount } from './came-amount'
import { useSay } from './use-own-money'

interface Props {
  line: OwnMoneyLine
  proxyId: string | undefined
  /** The buttons stand there at once; without it, behind a small way. */
  atHand: boolean
}

/**
 * 收到了, 没收到, 数目不对: one tap each; the last one asks how much came. What did not get through is said, and nothing is lost. Of what the
 * bank refused it is known already that it has not come: there a farmer may press for it, or say that it has come all the same.
 */
export function SayIt({ line: { id, name, state, canSay, told }, proxyId, atHand }: Props) {
  const [open, setOpen] = useState(false)
  const [amount, setAmount] = useState<string>()
  const [fault, setFault] = useState('')
  const say = useSay(proxyId)
  if (canSay.length === 0) return null
  const isRefused = state === 'failed'
  if (!open && (told !== undefined || !atHand || isRefused))
    return (
      <Link id={`say-${id}`} onPress={() => setOpen(true)}>
        {told !== undefined ? '改口' : isRefused ? '催一催，或者已经收到了' : '收到没有？'}
      </Link>
    )
  const send = (said: Said, more: object = {}) =>
    say.mutate(
      { paymentId: id, said, ...more },
      {
        onSuccess: () => {
          setOpen(false)
          setAmount(undefined)
        },
      },
    )
  const sendAmount = () => {
    const cameFen = cameAmount(amount ?? '')
    setFault(cameFen === undefined ? '请写数字，例如 500 或 499.50。' : '')
    if (cameFen !== undefined) send('other-amount', { cameFen })
  }
  return (
    <View className="say">
      <View className="say__buttons" role="group" aria-label={`${name}，收到没有？`}>
        {canSay.map((said) => (
          <Button
            key={said}
            id={`say-${id}-${said}`}
            kind={said === 'received' && !isRefused ? 'main' : 'second'}
            busy={say.isPending && say.variables.said === said && '正在送…'}
            onPress={() => (said === 'other-amount' ? setAmount((typed) => typed ?? '') : send(said))}
          >
            {isRefused && said === 'not-received' ? '没收到，催一催' : saidNames[said]}
          </Button>
        ))}
      </View>
      {amount !== undefined && (
        <>
          <TextField
            id={`came-${id}`}
            label="实际收到多少元？"
            example="例如 500"
            keys="number"
            maxLength={14}
            value={amount}
            wrong={fault}
            onChange={(typed) => {
              setAmount(typed)
              setFault('')
            }}
            onDone={sendAmount}
          />
          <Button id={`say-${id}-amount`} busy={say.isPending && '正在送…'} onPress={sendAmount}>
            送出去
          </Button>
        </>
      )}
      {say.error && <Notice id={`say-${id}-trouble`} kind="wrong">{`还没有送出去，请再点一次。${say.error.message}`}</Notice>}
    </View>
  )
}
