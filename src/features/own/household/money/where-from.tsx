import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnMoneyLine } from '#contract/household/own-money'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Link } from '../../../../ui/act/link'
import { saySaid } from '../says'

type From = Pick<OwnMoneyLine, 'id' | 'said' | 'source' | 'rule'>

/** 这个数怎么来的: the rule and the file behind an amount, one tap away; nothing where nobody knows. */
export function WhereFrom({ of, day }: { of: From; day: Day }) {
  const [open, setOpen] = useState(false)
  const sentences = sayWhereFrom(of, day)
  if (sentences.length === 0) return null
  return (
    <>
      <Link id={`from-${of.id}`} onPress={() => setOpen(!open)}>
        {open ? '收起' : '这个数怎么来的'}
      </Link>
      {open && (
        <View id={`from-${of.id}-words`} className="say__from">
          {sentences.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </View>
      )}
    </>
  )
}

function sayWhereFrom({ said, source, rule }: From, day: Day): string[] {
  return [
    ...(rule
      ? [
          rule.why,
          `依据：${rule.source}${rule.from === undefined ? '' : `，${sayDay(rule.from, day)}起`}${rule.unverified ? '（待县里核定）' : ''}`,
        ]
      : []),
    ...(said || source
      ? [
          `来源：${[
            said && saySaid(said, '发放计划', day),
            source &&
              `《${source.file}》${source.sheet === undefined ? '' : `“${source.sheet}”`}${source.row === undefined ? '' : `第 ${source.row} 行`}`,
          ]
            .filter(Boolean)
            .join('，')}`,
        ]
      : []),
  ]
}
