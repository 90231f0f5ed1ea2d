/** Every class that the workbench knows, by its name in Office.js. */
import * as charts from './chart';
import * as conditionalFormats from './conditional-format';
import * as customXml from './custom-xml';
import { DataValidation } from './data-validation';
import { NamedItem, NamedItemCollection } from './named-item';
import type { ObjectClasses } from './object';
import { HeaderFooter, HeaderFooterGroup, PageLayout } from './page-layout';
import { Range } from './range';
import * as formats from './range-format';
import * as tables from './table';
import * as workbook from './workbook';
import * as worksheets from './worksheet';

export const CLASSES: Required<ObjectClasses> = {
  Workbook: workbook.Workbook,
  Application: workbook.Application,
  CultureInfo: workbook.CultureInfo,
  NumberFormatInfo: workbook.NumberFormatInfo,
  DocumentProperties: workbook.DocumentProperties,
  WorkbookProtection: workbook.WorkbookProtection,
  SettingCollection: workbook.SettingCollection,
  Setting: workbook.Setting,
  CustomXmlPartCollection: customXml.CustomXmlPartCollection,
  CustomXmlPartScopedCollection: customXml.CustomXmlPartScopedCollection,
  CustomXmlPart: customXml.CustomXmlPart,
  CustomFunctionsService: workbook.CustomFunctionsService,
  AddinInternalService: workbook.AddinInternalService,
  WorksheetCollection: worksheets.WorksheetCollection,
  Worksheet: worksheets.Worksheet,
  WorksheetProtection: worksheets.WorksheetProtection,
  WorksheetFreezePanes: worksheets.WorksheetFreezePanes,
  PageLayout,
  HeaderFooterGroup,
  HeaderFooter,
  Range,
  RangeFormat: formats.RangeFormat,
  RangeFont: formats.RangeFont,
  RangeFill: formats.RangeFill,
  RangeBorderCollection: formats.RangeBorderCollection,
  RangeBorder: formats.RangeBorder,
  FormatProtection: formats.FormatProtection,
  DataValidation,
  ConditionalFormatCollection: conditionalFormats.ConditionalFormatCollection,
  ConditionalFormat: conditionalFormats.ConditionalFormat,
  CustomConditionalFormat: conditionalFormats.CustomConditionalFormat,
  ConditionalFormatRule: conditionalFormats.ConditionalFormatRule,
  ConditionalRangeFormat: conditionalFormats.ConditionalRangeFormat,
  ConditionalRangeFont: conditionalFormats.ConditionalRangeFont,
  ConditionalRangeFill: conditionalFormats.ConditionalRangeFill,
  TableCollection: tables.TableCollection,
  Table: tables.Table,
  TableColumnCollection: tables.TableColumnCollection,
  TableColumn: tables.TableColumn,
  TableRowCollection: tables.TableRowCollection,
  TableRow: tables.TableRow,
  NamedItemCollection,
  NamedItem,
  ChartCollection: charts.ChartCollection,
  Chart: charts.Chart,
  ChartTitle: charts.ChartTitle,
  ChartTitleFormat: charts.ChartTitleFormat,
  ChartFont: charts.ChartFont,
  ChartLegend: charts.ChartLegend,
  ChartAxes: charts.ChartAxes,
  ChartAxis: charts.ChartAxis,
  ChartAxisTitle: charts.ChartAxisTitle,
  ChartGridlines: charts.ChartGridlines,
  ChartSeriesCollection: charts.ChartSeriesCollection,
  ChartSeries: charts.ChartSeries,
  ChartSeriesFormat: charts.ChartSeriesFormat,
  ChartLineFormat: charts.ChartLineFormat,
  ChartFill: charts.ChartFill,
};

/** Objects that office.js reaches by the name of a service. */
export const SERVICES: Readonly<Record<string, 'CustomFunctionsService' | 'AddinInternalService'>> = {
  'Microsoft.ExcelServices.CustomFunctions': 'CustomFunctionsService',
  'Microsoft.InternalService.AddinInternalService': 'AddinInternalService',
};
