import { useState } from 'react'
import { View } from '@tarojs/components'
import { goInstead, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { pressable } from '../../../ui/act/press'
import { TextField } from '../../../ui/act/text-field'

/** For those who would rather tap than write. */
const often = ['低保', '看病', '上学', '残疾', '修房', '种田']

/** The words to look for; they stand in the page's address, so that coming back finds them again. */
export function SearchForm({ words: first }: { words: string }) {
  const [words, setWords] = useState(first)
  const [fault, setFault] = useState(false)
  const find = (wanted: string) => {
    setFault(wanted.trim() === '')
    if (wanted.trim() !== '') goInstead(paths.search(wanted.trim()))
  }
  return (
    <Card>
      <View className="choices">
        <TextField
          id="search-words"
          label="想找什么？写几个字"
          example="低保、看病、上学…"
          value={words}
          maxLength={40}
          focus={first === ''}
          onChange={setWords}
          onDone={() => find(words)}
        />
        <Button id="search" onPress={() => find(words)}>
          找一找
        </Button>
        {fault && (
          <Notice id="search-fault" kind="wrong">
            请写要找的字，例如“低保”。
          </Notice>
        )}
        {first === '' && (
          <View className="often">
            {often.map((one) => (
              <View key={one} {...pressable('link')} id={`often-${one}`} className="often__one" onClick={() => find(one)}>
                {one}
              </View>
            ))}
          </View>
        )}
      </View>
    </Card>
  )
}
