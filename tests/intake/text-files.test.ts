import { Budget } from '#affairs/intake/reading/budget'
import { parseDelimited } from '#affairs/intake/reading/delimited'
import { parseHtmlTables } from '#affairs/intake/reading/html-table'

const rows = (text: string) => parseDelimited(text, new Budget()).rows.map(({ cells }) => cells)
const page = (body: string) => parseHtmlTables(`<html><style>td{color:red}</style><body>${body}</body></html>`, new Budget())
const cells = async (body: string) => (await page(body)).rows.map((row) => row.cells)

describe('a CSV is read as Excel opens it', () => {
  test.each<[string, string, (string | null)[][]]>([
    [
      'commas, line breaks and doubled quotes in quotes',
      '姓名,备注\n甲,"一,二\n""三"""',
      [
        ['姓名', '备注'],
        ['甲', '一,二\n"三"'],
      ],
    ],
    ['a quote within a field is a sign like any other', '甲,="330399",5"\n', [['甲', '="330399"', '5"']]],
    [
      'a space before a quote, and what follows one',
      '甲, "一,二",3\n乙,"330399"\t,"丙"丁',
      [
        ['甲', '一,二', '3'],
        ['乙', '330399\t', '丙丁'],
      ],
    ],
    [
      'a quote that is never closed was a plain sign',
      '甲,"一\n乙,二,3',
      [
        ['甲', '"一'],
        ['乙', '二', '3'],
      ],
    ],
    [
      'three kinds of line ends in one file',
      '甲,1\r\n乙,2\r丙,3\n\n',
      [
        ['甲', '1'],
        ['乙', '2'],
        ['丙', '3'],
      ],
    ],
    ['a bank’s bars know no quotes', '1|"甲|2\n', [['1', '"甲', '2']]],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected))
})

describe('a page saved as .xls', () => {
  test('a cell’s text is all that is said in it; remarks, scripts and styles are not', async () =>
    expect(
      await cells(
        '<table><tr><td> 雷&#23731;<b>甲</b><br>&#x2C79F;<!-- 乙 --><script>"丙"</script></td><td>A&amp;B&nbsp;&middot;1<2</td></tr></table>',
      ),
    ).toEqual([[' 雷岳甲\n𬞟', 'A&B\u00a0·1<2']]))
  test('cells and rows that nobody closed, tables in tables', async () =>
    expect(await cells('<table><tr><td>1<td>2<tr><th>3<td>4</table><table><tr><td><table><tr><td>5</td></tr></table>')).toEqual([
      ['1', '2'],
      ['3', '4'],
      [null],
      ['5'],
    ]))
  test('a cell closed as what it is not takes nobody’s with it', async () =>
    expect(await cells('<table><tr><td>甲</th><table><tr><th>1</td><td>2</td><td>3</td></tr>')).toEqual([['甲'], ['1', '2', '3']]))
  test('merged cells and hidden rows', async () => {
    const { rows: read, merges } = await page(
      '<table><tr><td rowspan=2>村</td><td colspan="2">项目</td></tr><tr style="DISPLAY:none"><td>1</td><td>2</td></tr></table>',
    )
    expect(read).toEqual([
      { number: 1, hidden: false, cells: ['村', '项目', null] },
      { number: 2, hidden: true, cells: [null, '1', '2'] },
    ])
    expect(merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ])
  })
})
