import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnVisit } from '#contract/household/own-visits'
import { visitWordNames, visitWords } from '#domain/work/visit-words'
import { Button } from '../../../ui/act/button'
import { Link } from '../../../ui/act/link'
import { Notice } from '../../../ui/read/notice'
import { useSayOfVisit } from './use-own-visits'

/** 来过, 没来过, 说得不对: one tap each. What did not get through is said. */
export function SayOfVisit({ visit: { id, role, told }, proxyId }: { visit: OwnVisit; proxyId: string | undefined }) {
  const [open, setOpen] = useState(false)
  const say = useSayOfVisit(proxyId)
  if (told !== undefined && !open)
    return (
      <Link id={`said-${id}`} onPress={() => setOpen(true)}>
        改口
      </Link>
    )
  return (
    <View className="say">
      <View className="say__buttons" role="group" aria-label={`${role}来过没有？`}>
        {visitWords.map((said) => (
          <Button
            key={said}
            id={`said-${id}-${said}`}
            kind={said === 'came' ? 'main' : 'second'}
            busy={say.isPending && say.variables.said === said && '正在送…'}
            onPress={() => say.mutate({ visitId: id, said }, { onSuccess: () => setOpen(false) })}
          >
            {visitWordNames[said]}
          </Button>
        ))}
      </View>
      {say.error && <Notice id={`said-${id}-trouble`} kind="wrong">{`还没有送出去，请再点一次。${say.error.message}`}</Notice>}
    </View>
  )
}
