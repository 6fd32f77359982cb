#!/bin/bash
# Keeps an exact copy of one type of records in a folder, one file for each record:  keep-a-copy.sh URL TYPE FOLDER
# The first run takes the export, every further one what has changed since; each ends with the proof. Needs curl and jq.
set -euo pipefail
url=$1 type=$2 folder=$3
copy=$folder/$type cursor=$folder/$type.cursor
mkdir -p "$copy"

begin() {
    rm -rf "$copy" "$cursor"
    mkdir "$copy"
    curl -sSf --compressed -D "$folder/head" -o "$folder/export" "$url/v1/exports/$type.ndjson"
    tail -n 1 "$folder/export" | jq -e .trailer > /dev/null  # without it the download is broken
    head -n -1 "$folder/export" | while IFS= read -r record; do
        id=${record#'{"id":"'}
        printf %s "$record" > "$copy/${id%%\"*}"
    done
    tr -d '\r' < "$folder/head" | sed -n 's/^feed-cursor: //Ip' > "$cursor"
}

# The record is the last member of its line. Its bytes are kept as they are, because the digest is about them.
apply() {
    local item=${1%,} id=${1#*'"recordId":"'} record
    id=${id%%\"*}
    case $item in
    *',"record":{'*)
        record=${item#*',"record":'}
        printf %s "${record%\}}" > "$copy/$id"
        ;;
    *) rm -f "$copy/$id" ;;
    esac
}

follow() {
    local more=true status
    while [ "$more" = true ]; do
        status=$(curl -sS -o "$folder/page" -w '%{http_code}' \
            "$url/v1/changes?types=$type&include=record&limit=1000&since=$(cat "$cursor")")
        [ "$status" != 410 ] || return 1
        [ "$status" = 200 ] || { cat "$folder/page" >&2; exit 1; }
        while IFS= read -r item; do apply "$item"; done < <(grep '^{"id":' "$folder/page")
        jq -r .next "$folder/page" > "$cursor"
        more=$(jq .hasMore "$folder/page")
    done
}

prove() {
    local mine theirs
    mine=$(cd "$copy" && find . -type f | LC_ALL=C sort | xargs -r -d '\n' sha256sum | cut -c1-64 \
        | tr a-f A-F | basenc -d --base16 | sha256sum | cut -c1-64)
    theirs=$(curl -sSf "$url/v1/digest?type=$type&at=$(cat "$cursor")" | jq -r '.groups[0].digest // empty')
    echo "$type: $(find "$copy" -type f | wc -l) records, $([ "$mine" = "$theirs" ] && echo exact || echo DIFFERENT)"
    [ "$mine" = "$theirs" ]
}

[ -s "$cursor" ] || begin
follow || { begin && follow; }  # 410: the feed does not go on from there
prove
