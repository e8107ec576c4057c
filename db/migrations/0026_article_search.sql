-- rules, before the column that needs it: a list joined with line breaks, for a column that is computed
create function lines_of(text[]) returns text language sql immutable strict parallel safe
  return array_to_string($1, E'\n');
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower(title || E'\n' || coalesce(dek, '') || E'\n' || left(btrim(regexp_replace(body, '\s+', ' ', 'g')), 420) || E'\n' || lines_of(case when cardinality(topic_tags) > 0 then topic_tags else array_remove(array[
    case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(memory care)' then 'memory-care' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(assisted living)' then 'assisted-living' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(tour(s|ing)?\M)' then 'tour-planning' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(staffing|policy|policies|regulatory)' then 'policy' end
  ], null) end) || E'\n' || lines_of(case when cardinality(audience) > 0 then audience else array_remove(array[
    case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(families|caregivers?)' then 'families' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(operators?|community|communities)' then 'providers' end
  ], null) end))) STORED NOT NULL;