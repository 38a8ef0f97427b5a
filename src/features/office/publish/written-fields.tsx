import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { columnNames } from './article-words'
import { longest, longestParagraph } from './faults'
import type { Written } from './written'
import { paragraphsOf } from './written'

interface Props {
  written: Written
  set: <Name extends keyof Written>(name: Name) => (value: Written[Name]) => void
}

const columns = [
  { id: 'policy', label: `${columnNames.policy}（谁能领钱、领东西）` },
  { id: 'news', label: `${columnNames.news}（做了什么事）` },
] as const

/** What an article consists of, each part with how to write it so that an old farmer understands. */
export function WrittenFields({ written, set }: Props) {
  const lines = (name: keyof typeof longest, label: string, guidance: string, example: string) => (
    <TextLines
      id={`article-${name}`}
      label={label}
      hint={`${guidance}${count(written[name], longest[name])}`}
      example={example}
      rows={2}
      value={written[name]}
      onChange={set(name)}
    />
  )
  return (
    <>
      <SelectBox id="article-column" label="登在哪一栏" options={columns} value={written.column} onChange={set('column')} />
      <TextBox
        id="article-title"
        label="标题"
        hint={`像跟村里人说话，不照抄文件名。${count(written.title, longest.title)}`}
        example="低保金：日子难过，国家兜底"
        value={written.title}
        onChange={set('title')}
      />
      {lines('summary', '一句话说明', '列表里、搜出来、发给别人时，看到的就是这一句。', '家里人均收入低于低保标准的，每月补到标准。')}
      {written.column === 'policy' && (
        <>
          {lines('who', '谁能领', '写人，不写条款：多大年纪、什么情况。', '60 岁以上、家里没人照顾的老人。')}
          {lines('howMuch', '领多少', '写数字和多久一次。每家不一样，就写怎么算。', '每人每月 250 元，15 日前后到账。')}
          {lines('howToAsk', '怎么领', '带什么、到哪里、找谁；腿脚不便的怎么办。', '带身份证到村便民服务中心说一声，村里帮着填。')}
        </>
      )}
      <TextLines
        id="article-body"
        label="正文"
        hint={`一句话说一件事，先说结果。空一行就是另起一段。现在 ${paragraphsOf(written.body).length} 段，一段最多 ${longestParagraph} 字。`}
        rows={12}
        value={written.body}
        onChange={set('body')}
      />
      <TextBox
        id="article-sourceDocument"
        label="文件号（有就写）"
        hint={`依据哪份文件，登在最后。${count(written.sourceDocument, longest.sourceDocument)}`}
        value={written.sourceDocument}
        onChange={set('sourceDocument')}
      />
      <TextBox id="article-sourceDate" label="文件日期（有就写）" type="date" value={written.sourceDate} onChange={set('sourceDate')} />
      <TextBox
        id="article-validUntil"
        label="有效到（没有期限就空着）"
        hint="过了这一天，村民看到时会写着“已过期”。"
        type="date"
        value={written.validUntil}
        onChange={set('validUntil')}
      />
    </>
  )
}

/** 12/60 字; 65/60 字，多了 5 个. Counted as the server counts, without spaces at either end. */
function count(text: string, most: number): string {
  const { length } = text.trim()
  return `${length}/${most} 字${length > most ? `，多了 ${length - most} 个` : ''}。`
}
