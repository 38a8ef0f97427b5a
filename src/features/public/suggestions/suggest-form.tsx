import { useState } from 'react'
import { View } from '@tarojs/components'
import { goAnew, paths } from '../../../services/pages/paths'
import { reportsOpen } from '../../../services/built-in/reports-open'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Link } from '../../../ui/act/link'
import { Notice } from '../../../ui/read/notice'
import { TextArea } from '../../../ui/act/text-area'
import { TextField } from '../../../ui/act/text-field'
import { useFault } from '../../../ui/read/use-fault'
import type { Draft, Sent } from './draft'
import { keepDraft, readDraft } from './draft'
import { useSuggest } from './use-suggestions'

/** `name`: how people call the place, once that is known. */
export interface AboutPlace {
  code: string
  name: string | undefined
}

/** As many characters as the contract asks for, and takes. */
const [fewest, most] = [4, 500]
/** Of the shortest telephone that one can be reached by from elsewhere in the county. */
const fewestDigits = 7

interface Props {
  place: AboutPlace | undefined
  /** Against what is shown in that place. */
  caseId?: string | undefined
  onSent: (sent: Sent) => void
}

/** What, and if one likes a telephone. What was written stays on the phone until it has been sent. */
export function SuggestForm({ place: from, caseId, onSent }: Props) {
  const [draft, setDraft] = useState(readDraft)
  const [elsewhere, setElsewhere] = useState(false)
  const { tell, at } = useFault()
  const [askedAbout, askAbout] = useState('')
  const suggest = useSuggest()
  const place = elsewhere ? undefined : from
  const against = place && caseId
  const trouble = suggest.error && `还没有送出去，写的还在。${suggest.error.message}`
  const write = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(next)
    tell(undefined)
  }
  const press = () => {
    const [words, contact] = [draft.words.trim(), draft.contact.trim()]
    const short = words.length < fewest
    const digits = contact.replace(/\D/g, '').length
    const odd = contact !== '' && digits < fewestDigits && contact !== askedAbout
    tell(
      short
        ? { field: 'suggest-words', words: '请多写几个字，说清楚是什么事。' }
        : odd
          ? { field: 'suggest-contact', words: `只有 ${digits} 位，请补全；没错就再按一次。` }
          : undefined,
    )
    if (odd) askAbout(contact)
    if (!short && !odd)
      suggest.mutate(
        {
          words,
          ...(contact !== '' && { contact }),
          ...(place && { place: place.code }),
          ...(against !== undefined && { caseId: against }),
        },
        { onSuccess: onSent },
      )
  }
  return (
    <>
      <Card title={against === undefined ? '有话就说' : '对公示有不同意见'}>
        <View className="choices">
          <View className="choices__words">
            {against === undefined
              ? '村里、镇里、县里有什么该改、该办的，写在这里。会有人看，会给答复。'
              : '写在这里，不用写名字。批的人看得到，批之前要核实；另外有人督办，不是只有提出的人看。'}
          </View>
          {place?.name !== undefined && (
            <View id="about-place" className="about-place">
              <View>{`说的是：${place.name}${against === undefined ? '' : '的公示'}`}</View>
              <Link id="not-this-place" onPress={() => setElsewhere(true)}>
                {against === undefined ? '不是这里的事' : '不是说公示'}
              </Link>
            </View>
          )}
          <TextArea
            id="suggest-words"
            label="什么事？用自己的话写"
            example={against === undefined ? '例如：村口的路灯坏了三个月' : '例如：他家在县城有房子'}
            value={draft.words}
            wrong={at('suggest-words')}
            onChange={(words) => write({ words })}
          />
          <View className="count" role="note">{`写了 ${draft.words.length} 字，最多 ${most} 字`}</View>
          <TextField
            id="suggest-contact"
            label="留个电话好回话，不留也行"
            example="电话，不公开"
            value={draft.contact}
            maxLength={40}
            wrong={at('suggest-contact')}
            onChange={(contact) => write({ contact })}
          />
          <Button id="send-suggestion" busy={suggest.isPending && '正在送…'} onPress={press}>
            送出去
          </Button>
          {trouble && (
            <Notice id="suggest-trouble" kind="wrong">
              {trouble}
            </Notice>
          )}
        </View>
      </Card>
      {reportsOpen && (
        <View className="footnote">
          <View>要说的是有人优亲厚友、冒领、吃拿卡要，又不想让人知道是谁说的：</View>
          <Link id="report" onPress={() => goAnew(paths.report)}>
            我要举报
          </Link>
        </View>
      )}
    </>
  )
}
