-- Writes tables/*.parquet. Run in the folder of the dataset: duckdb -c ".read load.sql"
-- or in Python: duckdb.execute(open('load.sql').read())

copy (
  select * from read_csv(
    'tables/municipalities.csv', columns = {"municipality_code": 'VARCHAR', "prefecture": 'VARCHAR', "district": 'VARCHAR', "name": 'VARCHAR', "kana": 'VARCHAR', "kind": 'VARCHAR', "former_names": 'VARCHAR', "ended_on": 'DATE', "successor_code": 'VARCHAR'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/municipalities.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/vocabulary.csv', columns = {"canonical_code": 'VARCHAR', "name": 'VARCHAR', "unit": 'VARCHAR', "good_direction": 'VARCHAR', "result_kind": 'VARCHAR', "aliases": 'VARCHAR', "patterns": 'VARCHAR'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/vocabulary.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/plans.csv', columns = {"plan_id": 'VARCHAR', "title": 'VARCHAR', "kind": 'VARCHAR', "municipality_name": 'VARCHAR', "prefecture": 'VARCHAR', "municipality_code": 'VARCHAR', "period_start": 'DATE', "period_end": 'DATE', "municipality_kind": 'VARCHAR', "municipality_candidates": 'VARCHAR', "status": 'VARCHAR', "series": 'BIGINT', "period_raw": 'VARCHAR', "period_kind": 'VARCHAR', "period_start_year": 'BIGINT', "period_end_year": 'BIGINT', "period_assumed": 'BOOLEAN', "period_flags": 'VARCHAR', "period_reason": 'VARCHAR', "published_raw": 'VARCHAR', "published_kind": 'VARCHAR', "published_start": 'DATE', "published_end": 'DATE', "published_start_year": 'BIGINT', "published_end_year": 'BIGINT', "published_assumed": 'BOOLEAN', "published_flags": 'VARCHAR', "published_reason": 'VARCHAR', "reporting_year_raw": 'VARCHAR', "reporting_year_kind": 'VARCHAR', "reporting_year_start": 'DATE', "reporting_year_end": 'DATE', "reporting_year_start_year": 'BIGINT', "reporting_year_end_year": 'BIGINT', "reporting_year_assumed": 'BOOLEAN', "reporting_year_flags": 'VARCHAR', "reporting_year_reason": 'VARCHAR', "source_file": 'VARCHAR', "source_sha256": 'VARCHAR', "source_encoding": 'VARCHAR', "source_media_type": 'VARCHAR', "source_bytes": 'BIGINT', "source_lines": 'BIGINT', "source_pages": 'BIGINT', "coverage_characters": 'BIGINT', "coverage_running_text": 'BIGINT', "coverage_unclassified": 'BIGINT'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/plans.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/nodes.csv', columns = {"node_id": 'VARCHAR', "plan_id": 'VARCHAR', "parent_id": 'VARCHAR', "kind": 'VARCHAR', "label": 'VARCHAR', "number": 'VARCHAR', "title": 'VARCHAR', "text": 'VARCHAR', "relisted": 'BOOLEAN', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/nodes.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/indicators.csv', columns = {"indicator_id": 'VARCHAR', "plan_id": 'VARCHAR', "node_id": 'VARCHAR', "name": 'VARCHAR', "unit": 'VARCHAR', "canonical_code": 'VARCHAR', "canonical_name": 'VARCHAR', "canonical_method": 'VARCHAR', "canonical_good_direction": 'VARCHAR', "canonical_result_kind": 'VARCHAR', "definition": 'VARCHAR', "data_source": 'VARCHAR', "department": 'VARCHAR', "remarks": 'VARCHAR', "grade_raw": 'VARCHAR', "grade_normalized": 'VARCHAR', "achievement_progress": 'DOUBLE', "achievement_ratio": 'DOUBLE', "achievement_printed_rate": 'DOUBLE', "note_ids": 'VARCHAR', "diagnostics": 'VARCHAR', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/indicators.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/measurements.csv', columns = {"measurement_id": 'VARCHAR', "indicator_id": 'VARCHAR', "role": 'VARCHAR', "ordinal": 'BIGINT', "value": 'DOUBLE', "low": 'DOUBLE', "high": 'DOUBLE', "unit": 'VARCHAR', "text": 'VARCHAR', "period_start": 'DATE', "period_end": 'DATE', "start_year": 'BIGINT', "end_year": 'BIGINT', "qualifiers": 'VARCHAR', "raw": 'VARCHAR', "line": 'BIGINT', "scale": 'DOUBLE', "flags": 'VARCHAR', "period_raw": 'VARCHAR', "period_kind": 'VARCHAR', "period_assumed": 'BOOLEAN', "period_flags": 'VARCHAR', "period_reason": 'VARCHAR', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE', "also_of": 'VARCHAR', "plan_id": 'VARCHAR'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/measurements.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/measurement_parts.csv', columns = {"measurement_id": 'VARCHAR', "ordinal": 'BIGINT', "label": 'VARCHAR', "value": 'DOUBLE', "unit": 'VARCHAR'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/measurement_parts.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/actions.csv', columns = {"action_id": 'VARCHAR', "plan_id": 'VARCHAR', "node_id": 'VARCHAR', "text": 'VARCHAR', "status": 'VARCHAR', "period_raw": 'VARCHAR', "period_kind": 'VARCHAR', "period_start": 'DATE', "period_end": 'DATE', "period_start_year": 'BIGINT', "period_end_year": 'BIGINT', "period_assumed": 'BOOLEAN', "period_flags": 'VARCHAR', "period_reason": 'VARCHAR', "department": 'VARCHAR', "budget_value": 'DOUBLE', "budget_low": 'DOUBLE', "budget_high": 'DOUBLE', "budget_unit": 'VARCHAR', "budget_text": 'VARCHAR', "budget_qualifiers": 'VARCHAR', "budget_raw": 'VARCHAR', "budget_scale": 'DOUBLE', "budget_flags": 'VARCHAR', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/actions.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/schedule.csv', columns = {"action_id": 'VARCHAR', "ordinal": 'BIGINT', "start_year": 'BIGINT', "text": 'VARCHAR', "continues": 'BOOLEAN', "period_raw": 'VARCHAR', "period_kind": 'VARCHAR', "period_start": 'DATE', "period_end": 'DATE', "period_end_year": 'BIGINT', "period_assumed": 'BOOLEAN', "period_flags": 'VARCHAR', "period_reason": 'VARCHAR'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/schedule.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/relations.csv', columns = {"relation_id": 'VARCHAR', "plan_id": 'VARCHAR', "from_id": 'VARCHAR', "to_id": 'VARCHAR', "kind": 'VARCHAR', "page": 'BIGINT', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/relations.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/notes.csv', columns = {"note_id": 'VARCHAR', "plan_id": 'VARCHAR', "marker": 'VARCHAR', "term": 'VARCHAR', "text": 'VARCHAR', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/notes.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/mentions.csv', columns = {"mention_id": 'VARCHAR', "plan_id": 'VARCHAR', "kind": 'VARCHAR', "date_raw": 'VARCHAR', "date_kind": 'VARCHAR', "date_start": 'DATE', "date_end": 'DATE', "date_start_year": 'BIGINT', "date_end_year": 'BIGINT', "date_assumed": 'BOOLEAN', "date_flags": 'VARCHAR', "date_reason": 'VARCHAR', "quantity_value": 'DOUBLE', "quantity_low": 'DOUBLE', "quantity_high": 'DOUBLE', "quantity_unit": 'VARCHAR', "quantity_text": 'VARCHAR', "quantity_qualifiers": 'VARCHAR', "quantity_raw": 'VARCHAR', "quantity_scale": 'DOUBLE', "quantity_flags": 'VARCHAR', "quantity_period_raw": 'VARCHAR', "quantity_period_kind": 'VARCHAR', "quantity_period_start": 'DATE', "quantity_period_end": 'DATE', "quantity_period_start_year": 'BIGINT', "quantity_period_end_year": 'BIGINT', "quantity_period_assumed": 'BOOLEAN', "quantity_period_flags": 'VARCHAR', "quantity_period_reason": 'VARCHAR', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/mentions.parquet' (format parquet);

copy (
  select * from read_csv(
    'tables/diagnostics.csv', columns = {"plan_id": 'VARCHAR', "ordinal": 'BIGINT', "code": 'VARCHAR', "severity": 'VARCHAR', "message": 'VARCHAR', "line": 'BIGINT', "column": 'BIGINT', "end_line": 'BIGINT', "end_column": 'BIGINT', "start_byte": 'BIGINT', "end_byte": 'BIGINT', "source_page": 'BIGINT', "box_x0": 'DOUBLE', "box_y0": 'DOUBLE', "box_x1": 'DOUBLE', "box_y1": 'DOUBLE'},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, parallel = false)
) to 'tables/diagnostics.parquet' (format parquet);
