/** How the cells of a table look, by their number in the workbook's list of styles below. */
export const styleOf = { plain: 0, title: 1, heading: 2, text: 3, money: 4, count: 5, day: 6, line: 7, total: 8 } as const

const edge = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')
const font = (size: number, bold = false) => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const xf = (numFmt: number, fontId: number, borderId: number, alignment: string, besides = '') =>
  `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${besides}><alignment ${alignment}/></xf>`

/** 49 is text, 4 is #,##0.00, 3 is #,##0. `quotePrefix`: what begins like a formula stays text when somebody edits the cell. */
const cells = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  xf(49, 1, 0, 'horizontal="center" vertical="center"'),
  xf(49, 2, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  xf(49, 0, 1, 'vertical="center" wrapText="1"', ' quotePrefix="1"'),
  xf(4, 0, 1, 'horizontal="right" vertical="center"'),
  xf(3, 0, 1, 'horizontal="right" vertical="center"'),
  xf(164, 0, 1, 'horizontal="center" vertical="center"'),
  xf(49, 0, 0, 'vertical="center"', ' quotePrefix="1"'),
  xf(49, 2, 1, 'horizontal="center" vertical="center"'),
]

export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  `<fonts count="3">${font(11)}${font(18, true)}${font(11, true)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
